package io.github.dualprevention.reporting;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.Fact;
import java.util.function.IntFunction;

/**
 * What can be reported about a subject whose record grows by steps. The {@link Outbox} knows which
 * steps are reported already, and asks for a body that holds the others.
 *
 * <p>A subject without steps counts its versions instead; its body is the whole document, whichever
 * step it shall begin with.
 *
 * @param type what kind of document the body is, as in {@code hazard}
 * @param schema version of that kind of document, 1 to 100 characters on one line
 * @param subject what the report is about, as in {@code hazard/H-17}; 1 to 200 characters on one
 *     line
 * @param last the number of the latest step, at least 1
 * @param body gives the document that begins with a step, from 1 to the last, and ends with the
 *     last; always the same characters for the same step
 */
public record ReportDocument(
    String type, String schema, String subject, int last, IntFunction<String> body) {

  /** Throws {@code IllegalArgumentException} naming the part that is wrong. */
  public ReportDocument {
    Require.notNull(type, "type");
    schema = Require.id(schema, "schema");
    subject = Require.id(subject, "subject", Fact.LONGEST_SUBJECT);
    Require.require(last >= 1, "last", "must be at least 1", last);
    Require.notNull(body, "body");
  }
}
