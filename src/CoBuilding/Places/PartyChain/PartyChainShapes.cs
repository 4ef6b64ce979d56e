using FluentValidation;

namespace CoBuilding.Places.PartyChain;

internal static class PartyChainShapes
{
    private const int MostMembers = 100_000;

    public static void MemberCount<T>(this IRuleBuilder<T, int?> rule) => rule.InclusiveBetween(0, MostMembers);
}
