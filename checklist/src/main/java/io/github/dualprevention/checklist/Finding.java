package io.github.dualprevention.checklist;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.responsibility.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * Something that a check has found wrong; becomes exactly one hazard, because it always gives the
 * same hazard id.
 *
 * @param taskId the task of the check
 * @param measureId the measure that does not hold
 * @param what what is wrong
 * @param occurred when it was found
 */
public record Finding(String taskId, String measureId, String what, Instant occurred) {

  private static final int HASH_DIGITS = 32;

  /** Throws {@code IllegalArgumentException} if a text is blank or too long. */
  public Finding {
    taskId = Require.id(taskId, "taskId", 2 * Require.LONGEST_ID);
    measureId = Require.id(measureId, "measureId");
    what = Require.text(what, "what");
    Require.notNull(occurred, "occurred");
  }

  /**
   * The id of the hazard that the finding becomes.
   *
   * @return made from task and measure alone: {@code F-} and 32 hexadecimal digits
   */
  public String hazardId() {
    String origin = taskId + "\n" + measureId;
    String hash = HashAlgorithm.sha256().hash(origin.getBytes(StandardCharsets.UTF_8));
    return "F-" + hash.substring(0, HASH_DIGITS);
  }

  /**
   * The registration of the hazard. The register takes it once; a second one about the same finding
   * is refused.
   *
   * @param actor who registers
   * @param where the place
   * @param origin the kind of check
   * @return the command
   */
  public HazardCommand registration(Actor actor, String where, HazardOrigin origin) {
    return HazardCommand.of(HazardAction.REGISTER, actor, occurred)
        .with(
            Map.of(
                HazardFact.WHAT,
                what,
                HazardFact.WHERE,
                where,
                HazardFact.ORIGIN,
                origin.code(),
                HazardFact.MEASURE,
                measureId,
                HazardFact.CHECK,
                taskId));
  }
}
