/**
 * What is reported to whom, and its delivery.
 *
 * <p>A report is frozen as a {@link io.github.dualprevention.reporting.ReportEnvelope} and queued
 * in the {@link io.github.dualprevention.reporting.Outbox} within the unit of work that changes
 * what it is about. From there it goes out through a {@link
 * io.github.dualprevention.reporting.ReportTransport}, at least once, in the order of its subject
 * and always under the same id, which follows from reporter, type, subject and sequence, until a
 * {@link io.github.dualprevention.reporting.Receipt} says that it was taken or refused. What was
 * refused waits for a person, who revives it or withdraws it in favour of a corrected report.
 */
@NullMarked
package io.github.dualprevention.reporting;

import org.jspecify.annotations.NullMarked;
