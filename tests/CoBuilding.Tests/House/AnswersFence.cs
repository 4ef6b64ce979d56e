using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;

namespace CoBuilding.Tests.House;

/// <summary>Questions answer by records: an entity would carry every column to the page, and its methods.</summary>
public class AnswersFence
{
    /// <summary>Entities that answers carry still, and why.</summary>
    private static readonly IReadOnlyDictionary<string, string> Remaining = new Dictionary<string, string>
    {
        ["SeeCommitteeKinds.Row.Kind: DistrictCommitteeKind"] = "forms ask the kind for names and titles, and almost every column is shown",
        ["SeeRoster.Answer.Kind: DistrictCommitteeKind"] = "the roster asks the kind for titles, and whether to point out an even number",
    };

    [Fact]
    public void No_answer_carries_an_entity()
    {
        var found = Questions.SelectMany(EntitiesIn).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(found.Order().SequenceEqual(Remaining.Keys.Order()), string.Join('\n', found));
    }

    [Fact]
    public void There_are_questions() => Assert.True(Questions.Count() > 60);

    [Fact]
    public void Canary_an_entity_in_an_answer_is_seen() =>
        Assert.Equal(
            [
                "GuiltyQuestion.Answer.Units: ResidentUnit",
                "GuiltyQuestion.AskAsync: ResidentUnit",
                "GuiltyQuestion.Unasked.Unit: ResidentUnit",
            ],
            EntitiesIn(typeof(GuiltyQuestion))
        );

    private static IEnumerable<Type> Questions => Portal.UseCases.Where(u => Portal.EntryOf(u)!.Name == "AskAsync");

    /// <summary>Entities in what the question returns, however deep, and in its public nested types.</summary>
    private static List<string> EntitiesIn(Type question)
    {
        HashSet<Type> seen = [];
        List<string> found = [];
        Look(Portal.EntryOf(question)!.ReturnType, $"{question.Name}.AskAsync");
        foreach (var nested in question.GetNestedTypes().Where(t => t.Name is not ("Question" or "Form")))
            Look(nested, $"{question.Name}.{nested.Name}");
        return found;

        void Look(Type type, string where)
        {
            if (type.IsAssignableTo(typeof(Tenanted)))
                found.Add($"{where}: {type.Name}");
            else if (seen.Add(type))
            {
                foreach (var part in type.GetGenericArguments().Append(type.GetElementType()).OfType<Type>())
                    Look(part, where);
                if (type.Assembly == typeof(Portal).Assembly || type.Assembly == typeof(AnswersFence).Assembly)
                    foreach (var property in type.GetProperties())
                        Look(
                            property.PropertyType,
                            $"{(type.DeclaringType is { } outer ? outer.Name + "." : "")}{type.Name}.{property.Name}"
                        );
            }
        }
    }

    private sealed class GuiltyQuestion
    {
        public sealed record Answer(IReadOnlyList<ResidentUnit[]> Units);

        public sealed record Unasked(ResidentUnit? Unit);

        public Task<(Answer Answer, ResidentUnit? Unit)> AskAsync(Scope scope, CancellationToken ct) =>
            Task.FromResult((new Answer([]), (ResidentUnit?)(scope is null || ct.IsCancellationRequested ? null : null)));
    }
}
