using CoBuilding.Access;

namespace CoBuilding.Web.Forms;

/// <summary>The declaration of a POST endpoint. A fence checks it, and <see cref="FormTokens"/> enforces it.</summary>
/// <param name="Reason">Why no token is required, if none is; checked by a test.</param>
/// <param name="Back">If a token is required: the answer to a request without one.</param>
/// <param name="Right">The right that the link needs.</param>
internal sealed record FormPostDeclaration(FormPostKind Kind, string Reason = "", FormOrigin? Back = null, Right? Right = null);
