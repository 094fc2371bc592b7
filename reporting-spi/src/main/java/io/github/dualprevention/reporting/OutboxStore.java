package io.github.dualprevention.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the items of one enterprise's {@link Outbox}; none is ever removed, also none that was
 * withdrawn.
 */
public interface OutboxStore {

  /**
   * Finds an item.
   *
   * @param id the envelope's id
   * @return the item; empty if there is none
   */
  Optional<OutboxItem> find(String id);

  /**
   * Puts an item into the place of the version that it was made from.
   *
   * @param item the item, kept with its very envelope and its version
   * @param expected the version that was read; 0 if the item shall be new
   * @return false if the store holds another version, or if a new item does not follow the
   *     subject's last sequence by one; nothing has changed then
   * @throws IllegalArgumentException if the store holds this very version with another envelope or
   *     other steps; these never change
   */
  boolean save(OutboxItem item, long expected);

  /**
   * The highest sequence that a subject has used, whatever became of the report.
   *
   * @param subject what the reports are about
   * @return at least 1; 0 if nothing was ever queued for the subject
   */
  long lastSequence(String subject);

  /**
   * The first step of a subject that no report holds. A report counts as soon as it is queued, and
   * no longer once it is {@linkplain OutboxItem#isRefused refused}.
   *
   * @param subject what the reports are about
   * @return the lowest such number; 1 if nothing was ever queued for the subject
   */
  int firstUnreported(String subject);

  /**
   * What can be sent now: of each subject at most the item with the lowest sequence that is not yet
   * {@link OutboxItem#isDone done}, which is neither accepted nor withdrawn, and that only if it
   * {@link OutboxItem#isDue is due}. A rejected item holds back its own subject and no other, until
   * it is withdrawn or, once revived, accepted.
   *
   * @param now the present moment
   * @param limit the most items to give, at least 1
   * @return in the order of {@code notBefore}; equal ones always in the same order, whichever that
   *     is
   */
  List<OutboxItem> due(Instant now, int limit);

  /**
   * Every dead letter: what is rejected and waits for a person; nothing that was withdrawn.
   *
   * @return always in the same order, whichever that is. The caller closes the stream
   */
  Stream<OutboxItem> rejected();
}
