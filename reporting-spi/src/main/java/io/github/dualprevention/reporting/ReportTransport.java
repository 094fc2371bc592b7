package io.github.dualprevention.reporting;

/**
 * Carries envelopes to a receiver; the seam for whatever the receiver prescribes.
 *
 * <p>The same envelope may come any number of times, also at the same moment from two processes. An
 * implementation, together with its receiver, takes it over once, knows it again by its id, and
 * gives the receipt of something taken over again. Another document under an id that is taken is
 * {@link Receipt.Rejected}; the first one stays.
 */
public interface ReportTransport {

  /**
   * Sends an envelope and waits for the receiver's answer.
   *
   * <p>A thrown {@code RuntimeException} means that nobody knows whether the envelope arrived. It
   * is treated like {@link Receipt.Deferred}: the same envelope is sent again under the same id.
   *
   * @param envelope what is reported; its body is passed on character by character
   * @return what the receiver says; {@link Receipt.Accepted} only once it cannot be lost any more
   */
  Receipt send(ReportEnvelope envelope);
}
