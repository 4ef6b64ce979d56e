using System.Runtime.CompilerServices;
using CoBuilding.ProofRoom.Noticeboard;

namespace CoBuilding.ProofRoom.Tests;

internal static class Composition
{
    /// <summary>Before anything else in this process, as the list of assemblies demands.</summary>
    [ModuleInitializer]
    internal static void GiveTheProofRoom() => RoomAssemblies.Compose(typeof(Notice).Assembly);
}
