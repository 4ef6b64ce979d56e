using CoBuilding.Access;
using CoBuilding.Committees;

namespace CoBuilding.Nominations;

/// <summary>Which steps the district asks for before an appointment.</summary>
public sealed class SeeNominationChain(Door door)
{
    public sealed record Answer(bool AsksConsent, bool AsksScreening, bool AsksApproval, bool AsksPublicity, int PublicityWorkdays)
    {
        /// <summary>What a nomination waits for; null when it is over.</summary>
        public NominationAction? Next(SeatKind kind, NominationState state) =>
            new NominationChain
            {
                AsksConsent = AsksConsent,
                AsksScreening = AsksScreening,
                AsksApproval = AsksApproval,
                AsksPublicity = AsksPublicity,
                PublicityWorkdays = PublicityWorkdays,
            }.Next(kind, state);
    }

    public async Task<Answer> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var chain = await NominationChain.ReadAsync(db, ct);
        return new Answer(chain.AsksConsent, chain.AsksScreening, chain.AsksApproval, chain.AsksPublicity, chain.PublicityWorkdays);
    }
}
