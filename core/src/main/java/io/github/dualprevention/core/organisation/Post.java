package io.github.dualprevention.core.organisation;

import io.github.dualprevention.core.Require;

/**
 * A post (岗位): the place in the organisation that carries duties, whoever holds it.
 *
 * @param id unique among the posts of the organisation
 * @param name as people call it, at most 500 characters
 * @param unitId the organisation unit that it belongs to
 */
public record Post(String id, String name, String unitId) {

  /** Throws {@code IllegalArgumentException} if a part is blank or too long. */
  public Post {
    id = Require.id(id, "id");
    name = Require.shortText(name, "name");
    unitId = Require.id(unitId, "unitId");
  }
}
