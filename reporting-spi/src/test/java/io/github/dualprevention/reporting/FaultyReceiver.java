package io.github.dualprevention.reporting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A receiver that knows ids, behind a transport that fails as it is told. */
final class FaultyReceiver implements ReportTransport {

  enum Fault {
    NONE,
    DEFERS,
    REJECTS,
    FAILS_BEFORE_STORING,
    FAILS_AFTER_STORING,
    DIES_BEFORE_STORING,
    DIES_AFTER_STORING
  }

  /** The process ends here, as far as the outbox can tell. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final Map<String, ReportEnvelope> stored = new LinkedHashMap<>();
  private final List<ReportEnvelope> sent = new ArrayList<>();
  private Function<ReportEnvelope, Fault> faults = envelope -> Fault.NONE;

  synchronized void faults(Function<ReportEnvelope, Fault> which) {
    faults = which;
  }

  synchronized List<ReportEnvelope> stored() {
    return List.copyOf(stored.values());
  }

  synchronized List<ReportEnvelope> sent() {
    return List.copyOf(sent);
  }

  @Override
  public synchronized Receipt send(ReportEnvelope envelope) {
    sent.add(envelope);
    return switch (faults.apply(envelope)) {
      case NONE -> store(envelope);
      case DEFERS -> new Receipt.Deferred(Duration.ofMinutes(7));
      case REJECTS -> new Receipt.Rejected("E7", "字段过长");
      case FAILS_BEFORE_STORING -> throw new IllegalStateException("no connection");
      case FAILS_AFTER_STORING -> {
        store(envelope);
        throw new IllegalStateException("connection lost");
      }
      case DIES_BEFORE_STORING -> throw new Death();
      case DIES_AFTER_STORING -> {
        store(envelope);
        throw new Death();
      }
    };
  }

  private Receipt store(ReportEnvelope envelope) {
    ReportEnvelope first = stored.putIfAbsent(envelope.id(), envelope);
    return first == null || first.equals(envelope)
        ? new Receipt.Accepted("R-" + envelope.subject() + "-" + envelope.sequence(), Instant.EPOCH)
        : new Receipt.Rejected("taken", "taken");
  }
}
