package io.github.dualprevention.reporting;

import io.github.dualprevention.core.Require;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An envelope on its way.
 *
 * @param envelope what is reported
 * @param first the first step of its subject that it reports, from 1
 * @param last the last one, not before the first; it reports every step between them
 * @param state where it stands
 * @param attempts how often sending it was begun since it was queued or revived, not negative
 * @param notBefore the earliest moment to send it, if it is {@link State#PENDING}; until when the
 *     lease holds, if it is {@link State#LEASED}; when the receiver took it over, if it is {@link
 *     State#ACCEPTED}; when it was refused or withdrawn, if it is {@link State#REJECTED} or {@link
 *     State#WITHDRAWN}. Kept in whole milliseconds, which every database keeps
 * @param receiptNo the receiver's number; there exactly if it is {@link State#ACCEPTED}
 * @param problem why it was last not accepted, 1 to 2,000 characters; always there if it is {@link
 *     State#REJECTED} or {@link State#WITHDRAWN}, never if it is {@link State#ACCEPTED}
 * @param withdrawal why a person withdrew it, 1 to 2,000 characters; there exactly if it is {@link
 *     State#WITHDRAWN}
 * @param version how often the item was saved, from 1
 */
public record OutboxItem(
    ReportEnvelope envelope,
    int first,
    int last,
    State state,
    int attempts,
    Instant notBefore,
    Optional<String> receiptNo,
    Optional<String> problem,
    Optional<String> withdrawal,
    long version) {

  /** The most characters that a problem may have, and the reason of a withdrawal. */
  public static final int LONGEST_PROBLEM = 2_000;

  /** Where an item stands. */
  public enum State {
    /** Waits to be sent. */
    PENDING,
    /** Is being sent by someone, until the lease ends. */
    LEASED,
    /** Taken over by the receiver, for good. */
    ACCEPTED,
    /** Refused by the receiver: a dead letter until a person revives or withdraws it. */
    REJECTED,
    /**
     * Refused by the receiver and given up by a person, for good: kept, but never sent again and
     * not in the way of what follows it.
     */
    WITHDRAWN;

    /**
     * The state's stable code, as stored.
     *
     * @return upper case English
     */
    public String code() {
      return name();
    }
  }

  /** Throws {@code IllegalArgumentException} naming the part that does not fit the state. */
  public OutboxItem {
    Require.notNull(envelope, "envelope");
    Require.require(first >= 1, "first", "must be at least 1", first);
    Require.require(last >= first, "last", "must not be before the first step", last);
    Require.notNull(state, "state");
    Require.require(attempts >= 0, "attempts", "must not be negative", attempts);
    boolean begun = attempts > 0 || state == State.PENDING;
    Require.require(begun, "attempts", "must be at least 1 once it was sent", attempts);
    notBefore = Require.notNull(notBefore, "notBefore").truncatedTo(ChronoUnit.MILLIS);
    receiptNo = Require.notNull(receiptNo, "receiptNo").map(no -> Require.id(no, "receiptNo"));
    Require.require(
        receiptNo.isPresent() == (state == State.ACCEPTED),
        "receiptNo",
        "must be there exactly if accepted",
        receiptNo);
    problem = reason(problem, "problem");
    Require.require(
        !isRefused(state) || problem.isPresent(),
        "problem",
        "must be there if rejected or withdrawn",
        problem);
    Require.require(
        state != State.ACCEPTED || problem.isEmpty(),
        "problem",
        "must not be there if accepted",
        problem);
    withdrawal = reason(withdrawal, "withdrawal");
    Require.require(
        withdrawal.isPresent() == (state == State.WITHDRAWN),
        "withdrawal",
        "must be there exactly if withdrawn",
        withdrawal);
    Require.require(version >= 1, "version", "must be at least 1", version);
  }

  private static Optional<String> reason(Optional<String> given, String name) {
    Optional<String> reason = Require.notNull(given, name).map(text -> Require.text(text, name));
    int length = reason.map(String::length).orElse(0);
    Require.require(length <= LONGEST_PROBLEM, name, "must have at most 2000 characters", length);
    return reason;
  }

  /**
   * An envelope that has just been queued.
   *
   * @param envelope what is reported
   * @param first the first step that it reports
   * @param last the last step that it reports
   * @param now the present moment
   * @return a pending item, due at once
   */
  public static OutboxItem queued(ReportEnvelope envelope, int first, int last, Instant now) {
    return new OutboxItem(
        envelope,
        first,
        last,
        State.PENDING,
        0,
        now,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  /**
   * Whether it may be sent now, as far as the item itself can tell.
   *
   * @param now the present moment
   * @return true if it waits and its time has come, or if its lease has ended without a result
   */
  public boolean isDue(Instant now) {
    return (state == State.PENDING || state == State.LEASED) && !notBefore.isAfter(now);
  }

  /**
   * Whether nothing more happens to it, so that it no longer holds back what follows it.
   *
   * @return true if it is accepted or withdrawn
   */
  public boolean isDone() {
    return state == State.ACCEPTED || state == State.WITHDRAWN;
  }

  /**
   * Whether the receiver has refused it and nobody has revived it, so that its steps are unreported
   * unless another report holds them.
   *
   * @return true if it is rejected or withdrawn
   */
  public boolean isRefused() {
    return isRefused(state);
  }

  private static boolean isRefused(State state) {
    return state == State.REJECTED || state == State.WITHDRAWN;
  }

  /**
   * Begins an attempt; others keep off until the lease ends.
   *
   * @param until when the lease ends
   * @return the item in its next version
   * @throws IllegalArgumentException if it is neither pending nor leased
   */
  public OutboxItem withLease(Instant until) {
    Require.require(
        state == State.PENDING || state == State.LEASED,
        "state",
        "must be PENDING or LEASED to be leased",
        state);
    int begun = attempts == Integer.MAX_VALUE ? attempts : attempts + 1;
    return next(State.LEASED, begun, until, Optional.empty(), problem);
  }

  /**
   * Ends an attempt with success.
   *
   * @param receiptNo the receiver's number
   * @param at when the receiver took it over
   * @return the item in its next version
   * @throws IllegalArgumentException if it is not leased
   */
  public OutboxItem withAcceptance(String receiptNo, Instant at) {
    requireLease();
    return next(State.ACCEPTED, attempts, at, Optional.of(receiptNo), Optional.empty());
  }

  /**
   * Ends an attempt with a refusal.
   *
   * @param problem the receiver's reason
   * @param now the present moment
   * @return the item in its next version, a dead letter
   * @throws IllegalArgumentException if it is not leased
   */
  public OutboxItem withRejection(String problem, Instant now) {
    requireLease();
    return next(State.REJECTED, attempts, now, Optional.empty(), Optional.of(problem));
  }

  /**
   * Ends an attempt without a result.
   *
   * @param problem what is known about why
   * @param notBefore the earliest moment for the next attempt
   * @return the item in its next version, pending again
   * @throws IllegalArgumentException if it is not leased
   */
  public OutboxItem withDeferral(String problem, Instant notBefore) {
    requireLease();
    return next(State.PENDING, attempts, notBefore, Optional.empty(), Optional.of(problem));
  }

  /**
   * Gives a dead letter another chance.
   *
   * @param now the present moment
   * @return the item in its next version, pending and due at once; it remembers its problem
   * @throws IllegalArgumentException if it is not rejected
   */
  public OutboxItem withRevival(Instant now) {
    Require.require(state == State.REJECTED, "state", "must be REJECTED to be revived", state);
    return next(State.PENDING, 0, now, Optional.empty(), problem);
  }

  /**
   * Gives a dead letter up for good.
   *
   * @param reason why, 1 to 2,000 characters
   * @param now the present moment
   * @return the item in its next version; it remembers its problem as well
   * @throws IllegalArgumentException if it is not rejected, or if the reason is blank or too long
   */
  public OutboxItem withWithdrawal(String reason, Instant now) {
    Require.require(state == State.REJECTED, "state", "must be REJECTED to be withdrawn", state);
    return new OutboxItem(
        envelope,
        first,
        last,
        State.WITHDRAWN,
        attempts,
        now,
        Optional.empty(),
        problem,
        Optional.of(Require.notNull(reason, "reason")),
        version + 1);
  }

  private void requireLease() {
    Require.require(state == State.LEASED, "state", "must be LEASED to be settled", state);
  }

  private OutboxItem next(
      State state,
      int attempts,
      Instant notBefore,
      Optional<String> receiptNo,
      Optional<String> problem) {
    return new OutboxItem(
        envelope,
        first,
        last,
        state,
        attempts,
        notBefore,
        receiptNo,
        problem,
        Optional.empty(),
        version + 1);
  }
}
