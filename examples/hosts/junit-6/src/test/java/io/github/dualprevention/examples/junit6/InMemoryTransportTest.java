package io.github.dualprevention.examples.junit6;

import io.github.dualprevention.reporting.ReportEnvelope;
import io.github.dualprevention.reporting.ReportTransport;
import io.github.dualprevention.testkit.InMemoryTransport;
import io.github.dualprevention.testkit.ReportTransportContract;
import io.github.dualprevention.testkit.Samples;
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
