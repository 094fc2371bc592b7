package io.github.dualprevention.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.JournalFile;
import io.github.dualprevention.core.journal.Verification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HazardWalkTest {

  private static final int STEPS = 100_000;
  private static final int HAZARDS = 2_000;

  @Test
  void aHundredThousandCommandsLoseNothingAndBreakNothing() {
    RandomWalk walk = new RandomWalk(20_260_701);
    Map<String, Integer> accepted = new HashMap<>();
    Set<HazardState> seen = EnumSet.noneOf(HazardState.class);
    int refused = 0;
    int closed = 0;
    for (int i = 0; i < STEPS; i++) {
      String id = walk.someHazard(HAZARDS);
      Hazard before = walk.register.hazard(id);
      Optional<JournalEntry> head = walk.journal.head(HazardJournal.subject(id));

      Outcome<Hazard> outcome = walk.register.act(id, walk.next(before));

      Hazard after = walk.register.hazard(id);
      Optional<JournalEntry> latest = walk.journal.head(HazardJournal.subject(id));
      if (outcome instanceof Outcome.Accepted<Hazard> changed) {
        accepted.merge(id, 1, Integer::sum);
        seen.add(after.state());
        closed += after.state() == HazardState.CLOSED ? 1 : 0;
        require(
            after.version() == changed.value().version()
                && after.state() == changed.value().state(),
            "the accepted hazard is stored",
            i);
        require(latest.orElseThrow().number() == after.version(), "a step has an entry", i);
        require(
            walk.register
                .summary(id)
                .equals(
                    Optional.of(
                        HazardSummary.of(
                            walk.ledger.enterprise(),
                            after,
                            walk.register.lifeCycleOf(after).dues(after)))),
            "the row is a reading of the hazard",
            i);
        require(
            after.state() != HazardState.CLOSED || after.last(HazardAction.ACCEPT).isPresent(),
            "nothing is closed out without acceptance",
            i);
      } else {
        refused++;
        require(
            after.version() == before.version() && after.state() == before.state(),
            "a refusal stores nothing",
            i);
        require(latest.equals(head), "a refusal records nothing", i);
      }
    }

    assertThat(seen).hasSize(HazardState.values().length - 1);
    assertThat(closed).isGreaterThan(500);
    assertThat(refused).isGreaterThan(10_000);
    assertThat(walk.journal.heads()).hasSize(accepted.size());
    int entries = 0;
    for (Map.Entry<String, Integer> hazard : accepted.entrySet()) {
      List<JournalEntry> chain = walk.journal.chain(HazardJournal.subject(hazard.getKey()));
      assertThat(chain).hasSize(hazard.getValue());
      assertThat(HazardJournal.replay(chain)).isEqualTo(walk.register.hazard(hazard.getKey()));
      assertRewrites(chain);
      entries += chain.size();
    }
    assertThat(entries + refused).isEqualTo(STEPS);
    JournalFile file = new JournalFile(HashAlgorithm.sha256());
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    file.write(walk.journal, written);
    assertThat(file.verify(new ByteArrayInputStream(written.toByteArray())))
        .isInstanceOfSatisfying(
            Verification.Sound.class,
            sound -> assertThat(sound.entries()).isEqualTo(STEPS - refused(accepted)));
  }

  /** Cheap enough to be asked a hundred thousand times. */
  private static void require(boolean holds, String law, int step) {
    if (!holds) {
      throw new AssertionError(law + ", but not in step " + step);
    }
  }

  private static int refused(Map<String, Integer> accepted) {
    return STEPS - accepted.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Replayed steps, recorded again at the recorded times, give the very same lines. */
  private static void assertRewrites(List<JournalEntry> chain) {
    Optional<JournalEntry> head = Optional.empty();
    for (JournalEntry entry : chain) {
      JournalEntry again =
          JournalEntry.after(
              head,
              HazardJournal.factOf(HazardJournal.stepOf(entry)),
              entry.recorded(),
              HashAlgorithm.sha256());
      assertThat(again).isEqualTo(entry);
      head = Optional.of(again);
    }
  }
}
