namespace CoBuilding.Nominations;

public static class NominationStates
{
    public static bool IsUnderWay(this NominationState state) =>
        state is not (NominationState.Appointed or NominationState.Rejected or NominationState.Withdrawn);
}
