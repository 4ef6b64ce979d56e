namespace CoBuilding.Committees;

/// <summary>A known appointment, as far as further ones have to respect it.</summary>
/// <param name="PersonId">The surviving record, where records were merged.</param>
/// <param name="IsPartTime">Counts towards the usual number.</param>
internal sealed record AppointedTerm(Guid CommitteeId, Guid SeatId, Guid FirstId, Guid PersonId, Span Term, bool IsPartTime)
{
    public static AppointedTerm Of(Appointment appointment, SeatKind seat, Guid personId) =>
        new(
            appointment.CommitteeId,
            appointment.SeatId,
            appointment.FirstId,
            personId,
            new Span(appointment.From, appointment.Until),
            seat != SeatKind.FullTime
        );
}
