package io.github.dualprevention.grading.installation;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Substances of made-up sites; the thresholds are for tests and not those of the standard. */
final class Sites {

  static final String HEADER =
      "id,version,substance,class,threshold,beta_name,document,clause,evidence\n";

  private Sites() {}

  /**
   * Rules with lines such as {@code 氨,,10,氨}, or {@code 苯,W5.1,10} for what table 3 does not name.
   */
  static MajorHazardInstallations of(String... lines) {
    return read(csv(lines));
  }

  static String csv(String... lines) {
    StringBuilder csv = new StringBuilder(HEADER);
    for (String line : lines) {
      boolean named = line.split(",", -1).length > 3;
      csv.append("SITE,1,")
          .append(line)
          .append(named ? "" : ",-")
          .append(",Site list,line,ENTERPRISE\n");
    }
    return csv.toString();
  }

  static MajorHazardInstallations read(String csv) {
    return MajorHazardInstallations.read(
        "substances.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }
}
