package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.InterimMeasureKind;
import io.github.dualprevention.core.hazard.Transition;
import io.github.dualprevention.core.journal.Commitment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was done about a major hazard, as far as the guard of a further step asks; what a programmer
 * would keep who needs this walk alone. Nobody changes it once it is made.
 *
 * @param counting when what still counts was done first
 * @param rectifiers who has rectified
 * @param begun when it was registered
 * @param moved when its state has changed last
 * @param graded when it was graded last
 * @param deadline until when it shall be rectified
 * @param suspended whether something stands still because of it
 */
record WalkPast(
    Map<HazardAction, Instant> counting,
    Set<Commitment> rectifiers,
    @Nullable Instant begun,
    @Nullable Instant moved,
    @Nullable Instant graded,
    @Nullable LocalDate deadline,
    boolean suspended) {

  static final WalkPast NOTHING =
      new WalkPast(new EnumMap<>(HazardAction.class), Set.of(), null, null, null, null, false);

  private static final Set<HazardAction> RECTIFYING =
      EnumSet.of(HazardAction.START, HazardAction.SUBMIT);
  private static final Set<HazardAction> ENDING_ACCEPTANCE =
      EnumSet.of(HazardAction.ASSESS, HazardAction.SUBMIT, HazardAction.REJECT);

  WalkPast after(HazardCommand command, Transition line) {
    HazardAction action = command.action();
    Instant at = command.occurred();
    Map<HazardAction, Instant> after = new EnumMap<>(counting);
    if (ENDING_ACCEPTANCE.contains(action)) {
      after.remove(HazardAction.SUBMIT);
      after.remove(HazardAction.ACCEPT);
    }
    after.putIfAbsent(action, at);
    Set<Commitment> rectified = new HashSet<>(rectifiers);
    if (RECTIFYING.contains(action)) {
      rectified.add(command.actor().person());
    }
    String day = command.facts().get(HazardFact.DEADLINE);
    return new WalkPast(
        after,
        rectified,
        begun == null ? at : begun,
        line.from() == line.to() ? moved : at,
        action == HazardAction.ASSESS ? at : graded,
        day == null ? deadline : LocalDate.parse(day),
        suspended || suspends(command.facts().get(HazardFact.INTERIM_KIND)));
  }

  private static boolean suspends(@Nullable String kind) {
    InterimMeasureKind known = kind == null ? null : InterimMeasureKind.byCode().get(kind);
    return known != null && known.suspends();
  }
}
