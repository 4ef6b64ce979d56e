using CoBuilding.Data;
using CoBuilding.Documents.Importing;

namespace CoBuilding.Committees.Importing;

/// <summary>The working state of one row.</summary>
internal sealed class RosterRow(int number) : IEnds
{
    public RowFindings Findings { get; } = new(number);
    public PlannedSeat? Seat { get; set; }
    public PlannedPerson? Person { get; set; }
    public SeatRole? Role { get; set; }
    public string? Title { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }
    public EndReason? EndReason { get; set; }
    public string? LetterNumber { get; set; }
    public string? QuotaReason { get; set; }
    public string? DoublePostReason { get; set; }
    public AppointmentReasons AppointmentReasons => new(QuotaReason, DoublePostReason);

    /// <summary>The appointment that it is about, as known.</summary>
    public Appointment? Known { get; set; }
    public IReadOnlyList<string?> Shown { get; set; } = [];

    public bool IsNew => Seat?.Known is null || (Person is not null && Known is null);

    /// <summary>The new days of the appointment; null for a vacant seat, or if the start is missing.</summary>
    public Span? Term => Person is not null && (From ?? Known?.From) is { } from ? new Span(from, Until ?? Known?.Until) : null;

    public ImportRow Found() => Findings.Row(IsNew, Shown);
}
