/**
 * What happened, so that nobody can change it unseen.
 *
 * <p>A {@link io.github.dualprevention.core.journal.Fact} becomes a {@link
 * io.github.dualprevention.core.journal.JournalEntry}: one line of text whose hash stands in the
 * next entry of the same subject. Names of persons stay outside: an entry holds a {@link
 * io.github.dualprevention.core.journal.Commitment}, which {@link
 * io.github.dualprevention.core.journal.PersonalData} can open until it is erased. {@link
 * io.github.dualprevention.core.journal.JournalFile} writes a journal out and finds the first entry
 * that was altered, removed or moved. A {@link io.github.dualprevention.core.journal.Ledger} holds
 * what the records of one enterprise need from the host.
 */
@NullMarked
package io.github.dualprevention.core.journal;

import org.jspecify.annotations.NullMarked;
