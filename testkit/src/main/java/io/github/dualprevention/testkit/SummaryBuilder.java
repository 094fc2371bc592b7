package io.github.dualprevention.testkit;

import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardSummary;
import io.github.dualprevention.core.hazard.HazardTrait;
import io.github.dualprevention.core.hazard.LatestStep;
import io.github.dualprevention.core.organisation.CreditCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a row together without taking steps; everything is empty until it is given. */
final class SummaryBuilder {

  private final String id;
  private final HazardState state;
  private CreditCode enterprise = Samples.enterprise();
  private Optional<HazardGrade> grade = Optional.empty();
  private Optional<String> origin = Optional.empty();
  private Optional<String> area = Optional.empty();
  private Optional<String> unit = Optional.empty();
  private Optional<LocalDate> deadline = Optional.empty();
  private Optional<LatestStep> latest = Optional.empty();
  private Set<HazardTrait> traits = Set.of();

  SummaryBuilder(String id, HazardState state) {
    this.id = id;
    this.state = state;
  }

  SummaryBuilder enterprise(CreditCode whose) {
    enterprise = whose;
    return this;
  }

  SummaryBuilder grade(HazardGrade assessed) {
    grade = Optional.of(assessed);
    return this;
  }

  SummaryBuilder origin(HazardOrigin found) {
    origin = Optional.of(found.code());
    return this;
  }

  SummaryBuilder area(String where) {
    area = Optional.of(where);
    return this;
  }

  SummaryBuilder unit(String risk) {
    unit = Optional.of(risk);
    return this;
  }

  SummaryBuilder deadline(LocalDate day) {
    deadline = Optional.of(day);
    return this;
  }

  SummaryBuilder latest(LatestStep step) {
    latest = Optional.of(step);
    return this;
  }

  SummaryBuilder traits(HazardTrait... all) {
    traits = Set.of(all);
    return this;
  }

  HazardSummary build() {
    return new HazardSummary(
        enterprise,
        id,
        1,
        state,
        grade,
        Optional.empty(),
        origin,
        area,
        unit,
        Optional.empty(),
        deadline,
        latest,
        Optional.empty(),
        traits,
        List.of());
  }
}
