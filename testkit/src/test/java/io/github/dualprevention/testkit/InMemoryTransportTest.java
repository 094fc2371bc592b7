package io.github.dualprevention.testkit;

import io.github.dualprevention.reporting.ReportEnvelope;
import io.github.dualprevention.reporting.ReportTransport;
import java.util.List;

class InMemoryTransportTest extends ReportTransportContract {

  private final InMemoryTransport transport = new InMemoryTransport(Samples::moment);

  @Override
  protected ReportTransport transport() {
    return transport;
  }

  @Override
  protected List<ReportEnvelope> received() {
    return transport.received();
  }
}
