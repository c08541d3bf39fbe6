package org.headrace.extract.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.extract.ContentExtractor;
import org.headrace.model.Extracted;
import org.headrace.model.Page;

/** One file of rules, to be tried at the addresses it names. */
public final class RuleFile {
  private final SiteConfigReader.Read read;

  private RuleFile(SiteConfigReader.Read read) {
    this.read = read;
  }

  /**
   * What a file finds in a page.
   *
   * @param characters of the text that the rules find
   * @param generic of the text that is found without them
   * @param missing texts that should be in it and are not
   * @param remarks what else is to be said
   */
  public record Trial(int characters, int generic, List<String> missing, List<String> remarks) {
    public Trial {
      missing = List.copyOf(missing);
      remarks = List.copyOf(remarks);
    }

    /** True if the rules would be overruled here. */
    public boolean less() {
      return characters * 2 < generic || characters == 0;
    }
  }

  /**
   * The files at {@code place}: a folder, a zip file, or one file.
   *
   * @throws IOException if they cannot be read
   */
  public static List<RuleFile> at(Path place) throws IOException {
    if (Files.isRegularFile(place) && !place.toString().endsWith(".zip")) {
      String text = new String(Files.readAllBytes(place), StandardCharsets.UTF_8);
      String name = String.valueOf(place.getFileName());
      return List.of(new RuleFile(SiteConfigReader.read(name, place.toString(), text)));
    }
    RuleShelf shelf = RuleShelf.of(place);
    return shelf.names().stream()
        .flatMap(name -> shelf.named(name).stream())
        .map(RuleFile::new)
        .toList();
  }

  /** Its name, without the folder. */
  public String name() {
    return read.config().name();
  }

  /** What of it cannot be used, in the order of its lines. */
  public List<RuleFault> faults() {
    return read.faults();
  }

  /** Where it can be tried. */
  public List<RuleTest> tests() {
    return read.config().tests();
  }

  /** Headers it wants in requests. */
  public Map<String, String> headers() {
    return read.config().headers();
  }

  /** Tries it on a page. */
  public Trial tried(Page page, RuleTest test) {
    String html = ContentExtractor.decode(page);
    Extracted generic = ContentExtractor.extract(page, html);
    RuledPage.Read found =
        RuledPage.read(page, html, generic, Optional.of(read.config()), Optional.empty());
    String text = plain(found.reading().found().text());
    List<String> missing =
        test.contains().stream().filter(words -> !text.contains(plain(words))).toList();
    return new Trial(
        found.characters(), generic.text().length(), missing, found.reading().remarks());
  }

  /** Letters and digits alone: how a text is spaced and quoted is not what is tested. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
