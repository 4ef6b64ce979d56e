using CoBuilding.Committees;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations;

/// <summary>
/// The steps that this district requires between nomination and appointment. Nominations under way continue from their state: a step that
/// is switched off is skipped, one that is switched on applies to those that have not passed it.
/// </summary>
public sealed class NominationChain : Tenanted
{
    public required bool AsksConsent { get; set; }
    public required bool AsksScreening { get; set; }

    /// <summary>Submission to the level above, and its approval.</summary>
    public required bool AsksApproval { get; set; }
    public required bool AsksPublicity { get; set; }
    public required int PublicityWorkdays { get; set; }

    private static readonly NominationAction[] InOrder =
    [
        NominationAction.Nominated,
        NominationAction.Consented,
        NominationAction.Screened,
        NominationAction.Submitted,
        NominationAction.Approved,
        NominationAction.Publicized,
        NominationAction.Appointed,
    ];

    /// <summary>The default until the district sets its own.</summary>
    public static NominationChain Customary =>
        new()
        {
            AsksConsent = true,
            AsksScreening = true,
            AsksApproval = true,
            AsksPublicity = true,
            PublicityWorkdays = 5,
        };

    /// <summary>No step is asked: members are appointed at once.</summary>
    public bool IsOff => !AsksConsent && !AsksScreening && !AsksApproval && !AsksPublicity;

    public static async Task<NominationChain> ReadAsync(PortalDb db, CancellationToken ct) =>
        await db.NominationChains.AsNoTracking().SingleOrDefaultAsync(ct) ?? Customary;

    /// <summary>The steps of a nomination for a seat of this kind, from nominating to appointing.</summary>
    public IReadOnlyList<NominationAction> Steps(SeatKind kind) => [.. InOrder.Where(d => Asks(kind, d))];

    /// <summary>What a nomination waits for; null when it is over.</summary>
    public NominationAction? Next(SeatKind kind, NominationState state)
    {
        if (!state.IsUnderWay())
            return null;
        var last = state switch
        {
            NominationState.UnitConsented => NominationAction.Consented,
            NominationState.Screened => NominationAction.Screened,
            NominationState.Submitted => NominationAction.Submitted,
            NominationState.Approved => NominationAction.Approved,
            NominationState.Publicized => NominationAction.Publicized,
            // A returned nomination is submitted again, or continues if submission is no longer required.
            NominationState.Returned => NominationAction.Screened,
            _ => NominationAction.Nominated,
        };
        return InOrder.SkipWhile(d => d != last).Skip(1).First(d => Asks(kind, d));
    }

    private bool Asks(SeatKind kind, NominationAction action) =>
        action switch
        {
            NominationAction.Nominated or NominationAction.Appointed => true,
            // The host's own staff is not recommended by anybody.
            _ when kind == SeatKind.FullTime => false,
            NominationAction.Consented => AsksConsent,
            NominationAction.Screened => AsksScreening,
            NominationAction.Submitted or NominationAction.Approved => AsksApproval,
            _ => AsksPublicity,
        };
}
