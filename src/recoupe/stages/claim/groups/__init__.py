"""Groups: who those counted are: civilians, children, women, combatants."""
