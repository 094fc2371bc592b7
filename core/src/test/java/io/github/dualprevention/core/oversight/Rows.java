package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardSummary;
import io.github.dualprevention.core.organisation.CreditCode;
import java.util.List;

/** Rows of invented hazards, without dues. */
final class Rows {

  private static final CreditCode SAMPLE = new CreditCode("91350100M000100Y43");

  private Rows() {}

  static HazardSummary row(Hazard hazard) {
    return HazardSummary.of(SAMPLE, hazard, List.of());
  }
}
