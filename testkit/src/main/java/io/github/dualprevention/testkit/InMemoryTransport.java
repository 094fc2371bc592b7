package io.github.dualprevention.testkit;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.reporting.Receipt;
import io.github.dualprevention.reporting.ReportEnvelope;
import io.github.dualprevention.reporting.ReportTransport;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A receiver in memory that knows ids, for tests of whatever reports. */
public final class InMemoryTransport implements ReportTransport {

  private static final Rule TAKEN =
      Rule.of(
          "reporting.id.taken",
          "编号“{id}”已用于另一份内容不同的报告",
          "the id {id} is taken by another document");

  private final InstantSource clock;
  private final Map<String, ReportEnvelope> received = new LinkedHashMap<>();

  /**
   * Creates a receiver that holds nothing.
   *
   * @param clock tells when something was accepted
   */
  public InMemoryTransport(InstantSource clock) {
    this.clock = Require.notNull(clock, "clock");
  }

  @Override
  public synchronized Receipt send(ReportEnvelope envelope) {
    ReportEnvelope first = received.putIfAbsent(envelope.id(), envelope);
    return first == null || first.equals(envelope)
        ? new Receipt.Accepted(envelope.id(), clock.instant())
        : new Receipt.Rejected(
            TAKEN.code(), TAKEN.broken("id", envelope.id()).message().toString());
  }

  /**
   * What was accepted.
   *
   * @return each envelope once, in the order of first arrival
   */
  public synchronized List<ReportEnvelope> received() {
    return List.copyOf(received.values());
  }
}
