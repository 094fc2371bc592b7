package io.github.dualprevention.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReceiptTest {

  @Test
  void refusesANegativeWait() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Receipt.Deferred(Duration.ofMillis(-1)))
        .withMessageContaining("retryAfter must not be negative");
  }

  @Test
  void refusesAnAcceptanceWithoutANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Receipt.Accepted(" ", Instant.EPOCH))
        .withMessageContaining("receiptNo");
  }

  @Test
  void writesOutWhatAMessageOfTheReceiverMightDoToATerminal() {
    assertThat(new Receipt.Rejected("E7", "字段\u001b[2J过长\n").message())
        .isEqualTo("字段\\u001B[2J过长\\u000A");
  }
}
