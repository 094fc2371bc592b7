package io.github.dualprevention.core.responsibility;

import com.google.common.collect.Sets;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.Ledger;
import java.util.Set;

/**
 * Somebody who acts, in the name of a post.
 *
 * @param person who it is, without the name; two steps by one person have equal commitments
 * @param postId the post that the person holds at that moment, 1 to 100 characters on one line
 * @param duties what the post is answerable for where the person acts
 */
public record Actor(Commitment person, String postId, Set<Duty> duties) {

  /** Copies the duties. */
  public Actor {
    Require.notNull(person, "person");
    postId = Require.id(postId, "postId");
    duties = Sets.immutableEnumSet(duties);
  }

  /**
   * A person whom a ledger knows, with duties.
   *
   * @param ledger seals who it is
   * @param person what tells the person from all others, such as a personnel number with the name
   * @param postId the post that the person holds, 1 to 100 characters on one line
   * @param duties what the post is answerable for where the person acts
   * @return the actor
   */
  public static Actor of(Ledger ledger, String person, String postId, Duty... duties) {
    return new Actor(ledger.persons().commit(person), postId, Set.of(duties));
  }
}
