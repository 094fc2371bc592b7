/**
 * What is reported to whom, and its delivery.
 *
 * <p>A {@link io.github.dualprevention.reporting.ReportDocument} offers the steps of a subject. The
 * {@link io.github.dualprevention.reporting.Outbox} freezes those that are not reported yet as a
 * {@link io.github.dualprevention.reporting.ReportEnvelope} and queues it, within the unit of work
 * that takes the last of them. From there it goes out through a {@link
 * io.github.dualprevention.reporting.ReportTransport}, at least once, in the order of its subject
 * and always under the same id, which follows from reporter, type, subject and sequence, until a
 * {@link io.github.dualprevention.reporting.Receipt} says that it was taken or refused. What was
 * refused waits for a person, who revives it or withdraws it; its steps travel with the next report
 * of the subject.
 */
@NullMarked
package io.github.dualprevention.reporting;

import org.jspecify.annotations.NullMarked;
