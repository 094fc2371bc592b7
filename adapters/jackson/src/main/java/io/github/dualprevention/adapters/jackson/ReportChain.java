package io.github.dualprevention.adapters.jackson;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardStep;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The reports about one hazard, laid over one another where they hold the same steps. */
final class ReportChain {

  private static final Rule MISSING =
      Rule.of(
          "reporting.steps.missing",
          "隐患“{hazard}”的第{first}步至第{last}步未见于任何报告",
          "no report holds steps {first} to {last} of the hazard {hazard}");
  private static final Rule CONTRADICTED =
      Rule.of(
          "reporting.step.contradicted",
          "隐患“{hazard}”的第{step}步在不同报告中内容不一致",
          "reports contradict each other about step {step} of the hazard {hazard}");
  private static final Rule BROKEN =
      Rule.of(
          "reporting.joint.broken",
          "隐患“{hazard}”第{step}步的日志摘要在不同报告中不一致，报告之间无法衔接",
          "reports do not join at step {step} of the hazard {hazard}: they name different hashes of"
              + " its journal entry");
  private static final Rule OUT_OF_PLACE =
      Rule.of(
          "reporting.step.out-of-place",
          "隐患“{hazard}”的第{step}步始于“{from}”，而前一步止于“{state}”",
          "step {step} of the hazard {hazard} starts from {from}, but the step before ends in"
              + " {state}");

  private final String hazardId;
  private final SortedMap<Integer, HazardStep> steps = new TreeMap<>();
  private final Map<Integer, String> hashes = new HashMap<>();
  private final Set<Reason> reasons = new LinkedHashSet<>();

  ReportChain(String hazardId) {
    this.hazardId = hazardId;
  }

  void take(HazardReport report) {
    report.before().ifPresent(hash -> takeHash(report.first() - 1, hash));
    report.steps().forEach(this::takeStep);
    takeHash(report.last(), report.head());
  }

  private void takeStep(HazardStep step) {
    if (!step.equals(steps.computeIfAbsent(step.number(), number -> step))) {
      reasons.add(CONTRADICTED.broken("hazard", hazardId, "step", step.number()));
    }
  }

  private void takeHash(int step, String hash) {
    if (!hash.equals(hashes.computeIfAbsent(step, number -> hash))) {
      reasons.add(BROKEN.broken("hazard", hazardId, "step", step));
    }
  }

  /** Throws {@code RefusedException} with every reason why the reports do not make a hazard. */
  Hazard hazard() {
    int next = 1;
    HazardState state = HazardState.DISCOVERED;
    for (HazardStep step : steps.values()) {
      check(step, next, state);
      next = step.number() + 1;
      state = step.to();
    }
    if (!reasons.isEmpty()) {
      throw new RefusedException(List.copyOf(reasons));
    }
    return Hazard.of(List.copyOf(steps.values()));
  }

  private void check(HazardStep step, int next, HazardState state) {
    if (step.number() > next) {
      reasons.add(MISSING.broken("hazard", hazardId, "first", next, "last", step.number() - 1));
    } else if (step.from() != state) {
      reasons.add(
          OUT_OF_PLACE.broken(
              "hazard",
              hazardId,
              "step",
              step.number(),
              "from",
              step.from().term(),
              "state",
              state.term()));
    }
  }
}
