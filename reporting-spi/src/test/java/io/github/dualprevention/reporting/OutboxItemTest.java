package io.github.dualprevention.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dualprevention.reporting.OutboxItem.State;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxItemTest {

  private static final Instant NOW = Instant.parse("2026-07-01T00:00:00.123456789Z");
  private static final OutboxItem QUEUED =
      OutboxItem.queued(
          ReportEnvelope.of("SAMPLE-1", "hazard", "1", "hazard/H-17", 1, "{}"), 3, 5, NOW);

  @Test
  void isDueAtOnceAndKeepsTimeInWholeMilliseconds() {
    assertThat(QUEUED.notBefore()).isEqualTo("2026-07-01T00:00:00.123Z");
    assertThat(QUEUED.isDue(NOW)).isTrue();
    assertThat(QUEUED.version()).isEqualTo(1);
    assertThat(QUEUED.attempts()).isZero();
  }

  @Test
  void isDueAgainExactlyWhenItsLeaseEnds() {
    OutboxItem leased = QUEUED.withLease(NOW.plusSeconds(60));

    assertThat(leased.isDue(NOW.plusSeconds(59))).isFalse();
    assertThat(leased.isDue(NOW.plusSeconds(60))).isTrue();
    assertThat(leased.attempts()).isEqualTo(1);
    assertThat(leased.version()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void allowsExactlyTheStepsOfItsState(State from) {
    OutboxItem item = in(from);
    boolean open = from == State.PENDING || from == State.LEASED;

    allows(item, open, i -> i.withLease(NOW), State.LEASED);
    allows(item, from == State.LEASED, i -> i.withAcceptance("R-1", NOW), State.ACCEPTED);
    allows(item, from == State.LEASED, i -> i.withRejection("too long", NOW), State.REJECTED);
    allows(item, from == State.LEASED, i -> i.withDeferral("busy", NOW), State.PENDING);
    allows(item, from == State.REJECTED, i -> i.withRevival(NOW), State.PENDING);
    allows(item, from == State.REJECTED, i -> i.withWithdrawal("wrong", NOW), State.WITHDRAWN);
    assertThat(item.isDone()).isEqualTo(from == State.ACCEPTED || from == State.WITHDRAWN);
    assertThat(item.isRefused()).isEqualTo(from == State.REJECTED || from == State.WITHDRAWN);
    assertThat(item.isDue(NOW.plusSeconds(1))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, first must be at least 1", "3, 2, last must not be before the first step"})
  void refusesStepsThatAreNone(int first, int last, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OutboxItem.queued(QUEUED.envelope(), first, last, NOW))
        .withMessageContaining(reason);
  }

  @Test
  void keepsWhenTheReceiverTookItOver() {
    OutboxItem accepted = in(State.LEASED).withAcceptance("R-1", NOW.minusSeconds(7));

    assertThat(accepted.notBefore()).isEqualTo("2026-06-30T23:59:53.123Z");
  }

  @Test
  void aWithdrawnItemRemembersWhyItWasRefusedAndWhyItWasGivenUp() {
    OutboxItem withdrawn = in(State.REJECTED).withWithdrawal(" 等级填报有误 ", NOW.plusSeconds(60));

    assertThat(withdrawn.problem()).contains("too long");
    assertThat(withdrawn.withdrawal()).contains("等级填报有误");
    assertThat(withdrawn.notBefore()).isEqualTo("2026-07-01T00:01:00.123Z");
    assertThat(withdrawn.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "\0", "half a pair \uD83D"})
  void refusesAWithdrawalWithoutAProperReason(String reason) {
    OutboxItem rejected = in(State.REJECTED);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> rejected.withWithdrawal(reason, NOW))
        .withMessageContaining("withdrawal");
  }

  @Test
  void refusesAReasonThatIsTooLong() {
    OutboxItem rejected = in(State.REJECTED);
    String longest = "错".repeat(OutboxItem.LONGEST_PROBLEM);

    assertThat(rejected.withWithdrawal(longest, NOW).withdrawal()).contains(longest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rejected.withWithdrawal(longest + "错", NOW))
        .withMessageContaining("withdrawal must have at most 2000 characters");
  }

  @Test
  void remembersItsProblemUntilItIsAccepted() {
    OutboxItem again = in(State.REJECTED).withRevival(NOW).withLease(NOW);

    assertThat(again.problem()).contains("too long");
    assertThat(again.attempts()).isEqualTo(1);
    assertThat(again.withAcceptance("R-1", NOW).problem()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, 0, R-1, , , 1",
    "ACCEPTED, 1, , , , 1",
    "ACCEPTED, 1, R-1, late, , 1",
    "ACCEPTED, 1, R-1, , wrong, 1",
    "REJECTED, 1, , , , 1",
    "REJECTED, 1, , late, wrong, 1",
    "WITHDRAWN, 1, , late, , 1",
    "WITHDRAWN, 1, , , wrong, 1",
    "WITHDRAWN, 1, R-1, late, wrong, 1",
    "WITHDRAWN, 0, , late, wrong, 1",
    "LEASED, 0, , , , 1",
    "PENDING, -1, , , , 1",
    "PENDING, 0, , , , 0"
  })
  void refusesPartsThatDoNotFitTheState(
      State state,
      int attempts,
      @Nullable String receiptNo,
      @Nullable String problem,
      @Nullable String withdrawal,
      long version) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new OutboxItem(
                    QUEUED.envelope(),
                    3,
                    5,
                    state,
                    attempts,
                    NOW,
                    Optional.ofNullable(receiptNo),
                    Optional.ofNullable(problem),
                    Optional.ofNullable(withdrawal),
                    version));
  }

  private static OutboxItem in(State state) {
    OutboxItem leased = QUEUED.withLease(NOW);
    return switch (state) {
      case PENDING -> QUEUED;
      case LEASED -> leased;
      case ACCEPTED -> leased.withAcceptance("R-1", NOW);
      case REJECTED -> leased.withRejection("too long", NOW);
      case WITHDRAWN -> leased.withRejection("too long", NOW).withWithdrawal("wrong", NOW);
    };
  }

  private static void allows(
      OutboxItem item, boolean allowed, UnaryOperator<OutboxItem> step, State to) {
    if (allowed) {
      OutboxItem after = step.apply(item);
      assertThat(after.state()).isEqualTo(to);
      assertThat(after.version()).isEqualTo(item.version() + 1);
      assertThat(after.envelope()).isSameAs(item.envelope());
      assertThat(after.first()).isEqualTo(3);
      assertThat(after.last()).isEqualTo(5);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> step.apply(item))
          .withMessageContaining(item.state().code());
    }
  }
}
