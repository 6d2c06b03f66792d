package dev.heed.people;

/** To whom of the shop a colleague can turn: one person, or a department. */
public sealed interface Addressee permits AgentId, DepartmentId {}
