package org.headrace.app.command;

import java.io.IOException;
import java.nio.file.Path;
import org.headrace.app.lab.LabAddresses;
import org.headrace.app.lab.LabClean;
import org.headrace.app.lab.LabExtract;
import org.headrace.app.lab.LabGroup;
import org.headrace.app.lab.LabParse;
import org.headrace.app.lab.LabPublish;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Single steps over a folder of files: for scores, and for whoever has such a folder. */
@Command(
    name = "lab",
    description = "Run one step over a list of files, without network.",
    synopsisSubcommandLabel = "STEP")
final class LabCommand {

  @Command(name = "parse", description = "Read feeds: a manifest in, one JSON line a feed out.")
  int parse(
      @Parameters(paramLabel = "MANIFEST") Path manifest, @Parameters(paramLabel = "OUT") Path out)
      throws IOException {
    return LabParse.run(manifest, out);
  }

  @Command(name = "extract", description = "Find articles: a manifest of pages in, one JSON out.")
  int extract(
      @Parameters(paramLabel = "MANIFEST") Path manifest, @Parameters(paramLabel = "OUT") Path out)
      throws IOException {
    return LabExtract.run(manifest, out);
  }

  @Command(name = "clean", description = "Clean HTML: JSON lines in, JSON lines out.")
  int clean(@Parameters(paramLabel = "IN") Path in, @Parameters(paramLabel = "OUT") Path out)
      throws IOException {
    return LabClean.run(in, out);
  }

  @Command(name = "group", description = "Group articles into stories: JSON lines in and out.")
  int group(@Parameters(paramLabel = "IN") Path in, @Parameters(paramLabel = "OUT") Path out)
      throws IOException {
    return LabGroup.run(in, out);
  }

  @Command(name = "addresses", description = "Judge addresses by the guard: JSON lines in and out.")
  int addresses(@Parameters(paramLabel = "IN") Path in, @Parameters(paramLabel = "OUT") Path out)
      throws IOException {
    return LabAddresses.run(in, out);
  }

  @Command(
      name = "publish",
      description = "Read feeds and publish each: a manifest in, a folder out.")
  int publish(
      @Parameters(paramLabel = "MANIFEST") Path manifest, @Parameters(paramLabel = "OUT") Path out)
      throws IOException {
    return LabPublish.run(manifest, out);
  }
}
