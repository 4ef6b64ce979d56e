namespace CoBuilding.Committees.Importing;

/// <summary>What a column of a roster can be. A row is one appointment to a seat, or a vacant seat.</summary>
internal enum RosterColumn
{
    Committee,
    Street,
    Place,
    SeatKind,
    Role,
    Title,
    Unit,
    UnitKind,
    UnitPlace,
    Person,
    UnitTitle,
    Mobile,
    From,
    Until,
    EndReason,
    LetterNumber,
    QuotaReason,
    DoublePostReason,
    Key,
    Ignored,
}
