using CoBuilding.Meetings.Agendas;

namespace CoBuilding.Web.Pages.Meetings.Agendas;

/// <summary>What the forms of the topics' page send.</summary>
/// <param name="Topic">Proposed or changed, unless the form does something else.</param>
/// <param name="Withdraws">The topic is withdrawn.</param>
/// <param name="Remove">This file is removed.</param>
/// <param name="Files">To be attached to the topic.</param>
public sealed record TopicForm(ProposeTopic.Form Topic, bool Withdraws, Guid? Remove, IFormFileCollection Files);
