package org.headrace.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Puts what was meant in place of a slip, letter by letter at its place: all the rest of the file
 * stays as it is. Only where one answer is sure.
 */
public final class Correction {
  /** Kinds of faults whose correction has the same meaning, or is the only one that is near. */
  private static final Set<String> SURE =
      Set.of("unknown-key", "not-allowed", "not-a-duration", "not-a-zone", "not-a-span");

  private Correction() {}

  /** True if nobody can mean anything else: the same in other words, or a slip of one letter. */
  public static boolean isSure(Fault fault, String text) {
    if (fault.correction().isEmpty() || !SURE.contains(fault.code())) {
      return false;
    }
    boolean words = fault.code().equals("not-a-duration") || fault.code().equals("not-a-span");
    return words || isSlip(written(fault, text), fault.correction());
  }

  private static String written(Fault fault, String text) {
    String line = text.lines().skip(fault.line() - 1L).findFirst().orElse("");
    int from = Math.min(fault.column() - 1, line.length());
    String word = line.substring(from, Math.min(line.length(), from + fault.length()));
    return word.replaceAll("^[\"']|[\"']$", "").toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static boolean isSlip(String written, String meant) {
    String wanted = meant.toLowerCase(Locale.ROOT);
    return LevenshteinDistance.getDefaultInstance().apply(written, wanted) <= 1
        || Arrays.equals(written.chars().sorted().toArray(), wanted.chars().sorted().toArray());
  }

  /** The text without the faults that are surely slips; empty if there are none. */
  public static Optional<String> of(List<Fault> faults, String text) {
    List<Fault> sure =
        faults.stream()
            .filter(fault -> isSure(fault, text))
            .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column).reversed())
            .toList();
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    sure.forEach(fault -> correct(fault, lines));
    String corrected = String.join("\n", lines);
    return corrected.equals(text) ? Optional.empty() : Optional.of(corrected);
  }

  private static void correct(Fault fault, List<String> lines) {
    String line = lines.get(fault.line() - 1);
    int from = line.offsetByCodePoints(0, Math.min(fault.column() - 1, line.length()));
    int to = Math.min(line.length(), from + fault.length());
    String written = line.substring(from, to);
    boolean quoted = written.length() > 1 && "\"'".indexOf(written.charAt(0)) >= 0;
    String quote = quoted ? written.substring(0, 1) : "";
    lines.set(
        fault.line() - 1,
        line.substring(0, from) + quote + fault.correction() + quote + line.substring(to));
  }
}
