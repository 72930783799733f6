"""Entities made from the words of the article, where the gazetteer has none."""

import re

from recoupe.model.annotation import Entity, EntityKind
from recoupe.stages.annotate.bodies import Body
from recoupe.stages.annotate.world import World
from recoupe.text import bare

_GAP = re.compile(r"\W+")


def slug(name: str) -> str:
    """A name as part of an id: bare words joined by hyphens."""
    return _GAP.sub("-", bare(name)).strip("-")


def by_form(name: str, kind: EntityKind = "body") -> Entity:
    """The entity of a name that only its form tells to be one."""
    return Entity(f"{kind}-{slug(name)}", kind, " ".join(name.split()))


def body_entity(body: Body, world: World) -> Entity:
    """The entity of a body whose English name is complete: the gazetteer's where it knows that name."""
    name = body.name or body.template
    known = world.actor(name)
    if known is not None:
        return known
    if body.kind == "state" and body.country is not None:
        return world.state(body.country)
    return Entity(f"{body.kind}-{slug(name)}", body.kind, name, None, body.country)
