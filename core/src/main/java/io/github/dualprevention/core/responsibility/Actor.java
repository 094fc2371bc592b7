package io.github.dualprevention.core.responsibility;

import com.google.common.collect.Sets;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.Commitment;
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
}
