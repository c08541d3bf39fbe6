package org.headrace.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.headrace.fetch.AddressGuard.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  private static final Names NOBODY =
      (host, patience) -> {
        throw new UnknownHostException(host);
      };

  /** First, a middle and last address of each block, and its spellings inside IPv6. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.0",
        "127.255.255.255",
        "169.254.0.0",
        "169.254.255.255",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.0",
        "192.0.0.255",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.0",
        "192.168.255.255",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.0",
        "239.255.255.255",
        "240.0.0.0",
        "255.255.255.255",
        "[::]",
        "[::1]",
        "[::ffff:8.8.8.8]",
        "[::ffff:10.0.0.1]",
        "[::8.8.8.8]",
        "[::ffff:0:8.8.8.8]",
        "[64:ff9b::8.8.8.8]",
        "[64:ff9b:1::1]",
        "[100::1]",
        "[2001::1]",
        "[2001:1ff:ffff::1]",
        "[2001:db8::1]",
        "[2002:808:808::1]",
        "[3fff::1]",
        "[4000::1]",
        "[5f00::1]",
        "[fc00::]",
        "[fdff:ffff::1]",
        "[fe80::1]",
        "[fec0::1]",
        "[ff02::1]",
        "[2600:1::5efe:8.8.8.8]",
        "[2600:1::200:5efe:a00:1]"
      })
  void what_is_not_public_is_refused(String host) {
    assertInstanceOf(Verdict.Refuse.class, verdict("http://" + host + "/", NOBODY), host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "[2001:200::1]",
        "[2600::1]",
        "[2A00::1]",
        "[3ffe::1]"
      })
  void what_is_public_is_dialled_as_it_is(String host) throws UnknownHostException {
    assertEquals(
        new Verdict.Dial(List.of(InetAddress.getByName(host))),
        verdict("https://" + host + "/", NOBODY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08.8.8.8",
        "0x8.8.8.8",
        "0x08080808",
        "134744072",
        "8.8.2056",
        "8.8.8.8.",
        "8.8.8.256",
        "8.8.8.8.8",
        "1.8.8.8.0x8",
        "8.8.8.8%20",
        "８.8.8.8",
        "8。8。8。8",
        "[8.8.8.8]",
        "[2600::1%25eth0]",
        "[2600::1",
        "2600::1",
        "[2600::/16]",
        "[2600::*]",
        "[2600::1-2]",
        "mill..example",
        ".example",
        "mill.example..",
        "mill%2eexample",
        "mill.example%00.b",
        "a@mill.example",
        "a:b@mill.example",
        "mill.example:0",
        "mill.example:65536",
        "mill.example:+80",
        "mill.example:80:80",
        ""
      })
  void odd_spellings_are_refused_wherever_they_lead(String authority) {
    Verdict verdict;
    try {
      verdict = verdict("http://" + authority + "/", everythingAt("8.8.8.8"));
    } catch (IllegalArgumentException noAddressAtAll) {
      return;
    }
    assertInstanceOf(Verdict.Refuse.class, verdict, authority);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST.",
        "a.localhost",
        "localhost.localdomain",
        "printer.local",
        "db.internal",
        "nas.home.arpa",
        "router.lan",
        "wpad"
      })
  void names_of_the_own_network_are_refused_wherever_they_lead(String host) {
    assertInstanceOf(
        Verdict.Refuse.class, verdict("http://" + host + "/", everythingAt("8.8.8.8")));
  }

  @ParameterizedTest
  @CsvSource({
    "Mill.Example,mill.example",
    "mill.example.,mill.example",
    "old_mill.example,old_mill.example",
    "mühle.example,xn--mhle-0ra.example",
    "1.example,1.example",
    "0xmill.0xg,0xmill.0xg"
  })
  void other_names_are_looked_up_in_one_spelling(String host, String spelled) {
    Names names =
        (name, patience) -> {
          assertEquals(spelled, name);
          return addresses("8.8.8.8");
        };
    assertInstanceOf(Verdict.Dial.class, verdict("http://" + host + ":8080/", names));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 22, 25, 6379, 6667, 11211})
  void ports_of_something_else_are_refused(int port) {
    assertInstanceOf(
        Verdict.Refuse.class,
        verdict("http://mill.example:" + port + "/", everythingAt("8.8.8.8")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://mill.example/",
        "//mill.example/",
        "mill.example",
        "http:mill.example",
        "http:/a"
      })
  void what_is_not_of_the_web_is_refused(String address) {
    assertInstanceOf(Verdict.Refuse.class, verdict(address, everythingAt("8.8.8.8")));
  }

  @Test
  void one_private_answer_spoils_them_all() {
    assertInstanceOf(
        Verdict.Refuse.class, verdict("http://mill.example/", everythingAt("8.8.8.8", "10.0.0.1")));
  }

  @Test
  void the_twins_that_dns64_adds_are_left_out() throws UnknownHostException {
    assertEquals(
        new Verdict.Dial(addresses("8.8.8.8")),
        verdict("http://mill.example/", everythingAt("64:ff9b::808:808", "8.8.8.8")));
    assertInstanceOf(
        Verdict.Refuse.class,
        verdict("http://mill.example/", everythingAt("64:ff9b::a00:1", "8.8.8.8")));
  }

  @Test
  void a_name_that_changes_its_mind_is_caught_at_the_second_look_up() throws UnknownHostException {
    Queue<String> answers = new ArrayDeque<>(List.of("8.8.8.8", "127.0.0.1"));
    Names fickle = (host, patience) -> addresses(answers.remove());
    assertEquals(new Verdict.Dial(addresses("8.8.8.8")), verdict("http://mill.example/", fickle));
    assertInstanceOf(Verdict.Refuse.class, verdict("http://mill.example/", fickle));
  }

  @Test
  void the_own_network_can_be_opened_but_not_its_metadata() throws UnknownHostException {
    for (String own : List.of("127.0.0.1", "10.1.2.3", "100.64.0.1", "::1", "fd00::1")) {
      assertEquals(addresses(own), opened(own));
    }
    for (String never : List.of("169.254.169.254", "fd00:ec2::254", "100.100.100.200", "0.0.0.0")) {
      assertThrows(RefusedHostException.class, () -> opened(never), never);
    }
  }

  @Test
  void reasons_name_the_address_and_its_kind() {
    Verdict.Refuse refused =
        assertInstanceOf(
            Verdict.Refuse.class, verdict("http://mill.example/", everythingAt("10.0.0.1")));
    assertTrue(refused.reason().contains("mill.example: 10.0.0.1 is private"), refused.reason());
  }

  private static List<InetAddress> opened(String address) throws UnknownHostException {
    return AddressGuard.dialable("nas", everythingAt(address), Duration.ofSeconds(1), true);
  }

  private static Verdict verdict(String address, Names names) {
    return AddressGuard.verdict(URI.create(address), names);
  }

  private static Names everythingAt(String... literals) {
    return (host, patience) -> addresses(literals);
  }

  private static List<InetAddress> addresses(String... literals) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      addresses[i] = InetAddress.getByName(literals[i]);
    }
    return Arrays.asList(addresses);
  }
}
