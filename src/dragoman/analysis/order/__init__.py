"""Exact answers over conditions on order and days: which cannot all be kept, what it costs to untie them, when steps can come."""

from dragoman.analysis.order.cheapest import Change, Exit, Means, cheapest
from dragoman.analysis.order.conflicts import Conflicts, conflicts
from dragoman.analysis.order.rules import Order, Rule, RuleKind
from dragoman.analysis.order.timetable import Slot, timetable

__all__ = ["Change", "Conflicts", "Exit", "Means", "Order", "Rule", "RuleKind", "Slot", "cheapest", "conflicts", "timetable"]
