package io.github.dualprevention.adapters.jackson;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.hazard.HazardStep;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one report says about a hazard: some of its steps, one after the other, and the hashes by
 * which they join the steps of other reports.
 *
 * @param hazardId the hazard
 * @param before algorithm and hash of the journal's entry of the step before the first one, as in
 *     {@code SHA-256:9f86…}; empty exactly if the report begins with step 1
 * @param head algorithm and hash of the journal's entry of the last step
 * @param steps every step from the first to the last, at least one
 */
public record HazardReport(
    String hazardId, Optional<String> before, String head, List<HazardStep> steps) {

  private static final Pattern HASH = Pattern.compile("[A-Za-z0-9-]{1,20}:[0-9a-f]{32,128}");

  /**
   * Copies the steps; throws {@code IllegalArgumentException} if they are not consecutive steps of
   * this hazard, or a hash is missing or malformed.
   */
  public HazardReport {
    hazardId = Require.id(hazardId, "id");
    steps = Require.notEmpty(steps, "steps");
    int number = steps.get(0).number();
    for (HazardStep step : steps) {
      boolean next = step.hazardId().equals(hazardId) && step.number() == number;
      Require.require(next, "step", "must be step " + number + " of " + hazardId, step.number());
      number++;
    }
    Require.require(
        before.isPresent() == (steps.get(0).number() > 1),
        "before",
        "must be there unless the first step is step 1",
        before);
    before.ifPresent(hash -> requireHash(hash, "before"));
    requireHash(head, "head");
  }

  private static void requireHash(String hash, String name) {
    boolean sound = HASH.matcher(hash).matches();
    Require.require(sound, name, "must be algorithm:hexadecimal hash", hash);
  }

  /**
   * The number of the first step.
   *
   * @return from 1
   */
  public int first() {
    return steps.get(0).number();
  }

  /**
   * The number of the last step.
   *
   * @return not below the first
   */
  public int last() {
    return steps.get(steps.size() - 1).number();
  }
}
