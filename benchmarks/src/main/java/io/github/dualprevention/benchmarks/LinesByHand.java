package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.hazard.HazardStep;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The journal lines of one hazard and their hashes, written by hand: the floor under a register,
 * which decides, records and sums up as well.
 */
final class LinesByHand {

  private final MessageDigest sha256;

  LinesByHand() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  /** Hash and line of each step. */
  List<String> of(List<HazardStep> steps, Instant recorded) {
    List<String> lines = new ArrayList<>();
    String previous = "-";
    for (HazardStep step : steps) {
      String line = line(step, previous, recorded);
      previous = HexFormat.of().formatHex(sha256.digest(line.getBytes(StandardCharsets.UTF_8)));
      lines.add(previous + " " + line);
    }
    return lines;
  }

  private static String line(HazardStep step, String previous, Instant recorded) {
    StringBuilder line = new StringBuilder(512);
    line.append("v:1\talg:SHA-256\tsubject:hazard/").append(step.hazardId());
    line.append("\tnumber:").append(step.number()).append("\tprevious:").append(previous);
    line.append("\tkind:hazard.").append(kind(step)).append("\toccurred:").append(step.occurred());
    line.append("\trecorded:").append(recorded).append("\tpost:").append(step.postId());
    line.append("\tperson:").append(step.person().value()).append("\ttable:").append(step.table());
    values(step).forEach((name, text) -> line.append("\tvalue.").append(name).append(':').append(text));
    return line.toString();
  }

  private static String kind(HazardStep step) {
    return step.action().code().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, String> values(HazardStep step) {
    Map<String, String> values = new TreeMap<>();
    values.put("step", Integer.toString(step.number()));
    values.put("from", step.from().code());
    values.put("to", step.to().code());
    step.grade().ifPresent(grade -> values.put("grade", grade.code()));
    step.grade().ifPresent(grade -> values.put("major", grade.major() ? "yes" : "no"));
    step.facts().forEach((fact, text) -> values.put("fact." + fact.code(), text));
    return values;
  }
}
