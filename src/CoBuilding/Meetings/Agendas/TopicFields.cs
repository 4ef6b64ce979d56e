using CoBuilding.Access;
using CoBuilding.Documents.Files;
using FluentValidation;

namespace CoBuilding.Meetings.Agendas;

/// <summary>The form fields of a proposed topic.</summary>
public abstract record TopicFields : WritingForm
{
    public string Title { get; set; } = "";
    public Guid? CategoryId { get; set; }
    public string? Necessity { get; set; }
    public int? Minutes { get; set; }

    /// <summary>Files to attach in addition to existing ones.</summary>
    public IReadOnlyList<CheckedUpload> Files { get; set; } = [];

    internal void WriteTo(Topic topic) =>
        (topic.Title, topic.CategoryId, topic.Necessity, topic.Minutes) = (Title.Trim(), CategoryId, Necessity.OrNull(), Minutes);

    internal static void Check<T>(AbstractValidator<T> shape)
        where T : TopicFields
    {
        shape.RuleFor(f => f.Title).NotEmpty().MaximumLength(200);
        shape.RuleFor(f => f.Necessity).MaximumLength(500);
        shape.RuleFor(f => f.Minutes).InclusiveBetween(1, 240);
    }
}
