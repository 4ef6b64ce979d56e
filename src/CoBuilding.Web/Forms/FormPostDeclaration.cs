using CoBuilding.Access;

namespace CoBuilding.Web.Forms;

/// <summary>What a POST says of itself where it is mapped. A fence reads it, and <see cref="FormTokens"/> acts by it.</summary>
/// <param name="Reason">Why no token is demanded, where none is; read by a test, and by you.</param>
/// <param name="Back">Where a token is demanded: what is answered without one.</param>
/// <param name="Right">For what a link must be that brings it.</param>
internal sealed record FormPostDeclaration(FormPostKind Kind, string Reason = "", FormOrigin? Back = null, Right? Right = null);
