package io.github.dualprevention.adapters.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import io.github.dualprevention.reporting.Outbox;
import io.github.dualprevention.reporting.OutboxItem;
import io.github.dualprevention.reporting.Receipt;
import io.github.dualprevention.reporting.ReportEnvelope;
import io.github.dualprevention.reporting.ReportTransport;
import io.github.dualprevention.reporting.RetryPolicy;
import io.github.dualprevention.testkit.Samples;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** From the step through the outbox to the receiver. */
class HazardReportingTest {

  private static final RetryPolicy RETRY =
      new RetryPolicy(Duration.ofMinutes(1), Duration.ofMinutes(30));

  /** A receiver that refuses some reports. */
  private static final class Receiver implements ReportTransport {

    private final List<ReportEnvelope> accepted = new ArrayList<>();
    private final Random chance;
    private int refusals;

    Receiver(Random chance, int refusals) {
      this.chance = chance;
      this.refusals = refusals;
    }

    @Override
    public Receipt send(ReportEnvelope envelope) {
      if (chance.nextInt(10) < refusals) {
        return new Receipt.Rejected("E7", "示例");
      }
      accepted.add(envelope);
      return new Receipt.Accepted(envelope.id(), Samples.moment());
    }

    List<HazardReport> reports() {
      return accepted.stream().map(ReportEnvelope::body).map(HazardDocument::read).toList();
    }
  }

  /**
   * Whatever the receiver refuses, and whatever of it is revived or withdrawn: once no dead letter
   * is left and the rest is reported, it can make the very hazard, in whichever order it reads.
   */
  @Property(tries = 150)
  void theReceiverCanMakeTheHazardWhateverWasRefused(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int steps) {
    Random chance = new Random(seed);
    RandomWalk walk = new RandomWalk(chance);
    Receiver receiver = new Receiver(chance, 4);
    Outbox outbox = outbox(walk, receiver);
    for (int step = 0; step < steps; step++) {
      walk.step();
      if (chance.nextInt(3) > 0) {
        outbox.enqueue(HazardDocument.of(walk.chain()));
      }
      send(outbox, walk, chance.nextInt(3));
      decide(outbox, chance, 3);
    }

    receiver.refusals = 0;
    decide(outbox, chance, 2);
    outbox.enqueue(HazardDocument.of(walk.chain()));
    send(outbox, walk, 2 * steps + 2);

    List<HazardReport> reports = new ArrayList<>(receiver.reports());
    Collections.shuffle(reports, chance);
    assertThat(HazardDocument.join(reports)).isEqualTo(walk.hazard());
    assertThat(outbox.enqueue(HazardDocument.of(walk.chain()))).isEmpty();
  }

  private static Outbox outbox(RandomWalk walk, Receiver receiver) {
    Ledger ledger =
        Ledger.inMemory(
            new CreditCode("91350100M000100Y43"), walk::now, ZoneOffset.UTC, () -> new byte[16]);
    return Outbox.over(ledger, receiver, RETRY, Duration.ofMinutes(5));
  }

  private static void send(Outbox outbox, RandomWalk walk, int times) {
    for (int time = 0; time < times; time++) {
      walk.pass(Duration.ofHours(1));
      outbox.runOnce(10);
    }
  }

  /** Revives or withdraws dead letters; of three choices the third one leaves them. */
  private static void decide(Outbox outbox, Random chance, int choices) {
    try (Stream<OutboxItem> letters = outbox.rejected()) {
      for (OutboxItem letter : letters.toList()) {
        String id = letter.envelope().id();
        switch (chance.nextInt(choices)) {
          case 0 -> outbox.revive(id);
          case 1 -> outbox.withdraw(id, "示例");
          default -> {}
        }
      }
    }
  }

  @Test
  void aStepIsReportedOnceHoweverLongTheHistoryGrows() {
    long shortWalk = bytes(200);
    long longWalk = bytes(400);

    assertThat(longWalk).isLessThan(2 * shortWalk + shortWalk / 20);
  }

  /** The bytes of all reports of a walk with one report for each step. */
  private static long bytes(int steps) {
    Receiver receiver = new Receiver(new Random(1), 0);
    RandomWalk walk = new RandomWalk(new Random(1));
    Outbox outbox = outbox(walk, receiver);
    Hazard hazard = Samples.hazard("H-1", 1);
    List<JournalEntry> chain = new ArrayList<>(Chains.of(hazard.steps()));
    outbox.enqueue(HazardDocument.of(chain));
    HazardCommand observed =
        HazardCommand.of(
                HazardAction.MONITOR,
                new Actor(Samples.commitment("示例人员", 1), "SAMPLE-POST", Set.of(Duty.MONITOR)),
                Samples.moment())
            .with(HazardFact.OBSERVATION, Samples.AWKWARD_TEXT);
    while (hazard.version() < steps) {
      hazard =
          hazard.apply(
              HazardLifeCycle.published().step(hazard, observed, Samples.moment()).orThrow());
      Chains.append(
          chain, HazardJournal.factOf(hazard.steps().get(hazard.version() - 1)), Samples.moment());
      outbox.enqueue(HazardDocument.of(chain));
      send(outbox, walk, 1);
    }
    send(outbox, walk, 1);
    assertThat(receiver.accepted).hasSize(steps);
    return receiver.accepted.stream().mapToLong(envelope -> envelope.body().length()).sum();
  }
}
