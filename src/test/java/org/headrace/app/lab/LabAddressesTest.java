package org.headrace.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabAddressesTest {
  @TempDir Path folder;

  @Test
  void each_line_gets_a_decision() throws IOException {
    List<String> decisions =
        run(
            "{'id':'a','url':'http://Mill.example/','resolve':{'MILL.example.':['8.8.8.8']}}",
            "{'id':'b','url':'http://mill.example/','resolve':{'mill.example':['10.0.0.1']}}",
            "{'id':'c','url':'http://mill.example/'}",
            "{'id':'d','url':'http://[::1'}",
            "{'id':'e'}",
            "no JSON");
    assertEquals("{'id':'a','decision':'allow','dial':['8.8.8.8']}", decisions.getFirst());
    assertEquals(6, decisions.size());
    decisions.stream()
        .skip(1)
        .forEach(line -> assertTrue(line.contains("'decision':'block','dial':[]"), line));
  }

  @Test
  void a_second_answer_of_dns_is_judged_as_well() throws IOException {
    String row =
        "{'id':'a','url':'http://mill.example/','resolve':{'mill.example':['8.8.8.8']},"
            + "'then':{'mill.example':['%s']}}";
    assertTrue(run(row.formatted("127.0.0.1")).getFirst().contains("block"));
    assertTrue(run(row.formatted("8.8.4.4")).getFirst().contains("['8.8.8.8','8.8.4.4']"));
  }

  private List<String> run(String... lines) throws IOException {
    Path in = folder.resolve("in.jsonl");
    Path out = folder.resolve("out.jsonl");
    Files.writeString(in, String.join("\n", lines).replace('\'', '"'));
    assertEquals(0, LabAddresses.run(in, out));
    return Files.readAllLines(out).stream().map(line -> line.replace('"', '\'')).toList();
  }
}
