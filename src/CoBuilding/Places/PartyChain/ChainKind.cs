using CoBuilding.Texts;

namespace CoBuilding.Places.PartyChain;

/// <summary>What a link of the vertical Party chain is, the highest first. Its members are counted, never named.</summary>
[TextsIn("PartyChain")]
public enum ChainKind
{
    WorkingCommittee,
    Committee,
    GeneralBranch,
    Branch,
    Group,
}
